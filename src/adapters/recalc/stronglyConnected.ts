/**
 * Tarjan's algorithm without recursion (a chain of formulas may be a hundred thousand long).
 *
 * @param count nodes are 0 … count - 1
 * @param dependencies of a node
 * @returns the nodes in an order in which each comes after those it depends on, and which of them lie on a cycle
 */
export function stronglyConnected(
  count: number,
  dependencies: (node: number) => readonly number[],
): { readonly order: readonly number[]; readonly circular: Uint8Array } {
  const search = new Search(count, dependencies);
  for (let node = 0; node < count; node++) search.from(node);
  return search;
}

class Search {
  readonly order: number[] = [];
  readonly circular: Uint8Array;
  private readonly visited: Uint32Array;
  private readonly lowest: Uint32Array;
  private readonly open: Uint8Array;
  private readonly next: Uint32Array;
  private readonly component: number[] = [];
  private clock = 0;

  constructor(
    count: number,
    private readonly dependencies: (node: number) => readonly number[],
  ) {
    this.circular = new Uint8Array(count);
    this.visited = new Uint32Array(count);
    this.lowest = new Uint32Array(count);
    this.open = new Uint8Array(count);
    this.next = new Uint32Array(count);
  }

  from(root: number): void {
    if (this.visited[root]) return;
    const path = [root];
    this.enter(root);
    while (path.length > 0) {
      const node = path.at(-1)!;
      const child = this.dependencies(node)[this.next[node]!];
      if (child === undefined) {
        path.pop();
        this.leave(node, path.at(-1));
      } else {
        this.next[node]!++;
        this.follow(node, child, path);
      }
    }
  }

  private enter(node: number): void {
    this.visited[node] = this.lowest[node] = ++this.clock;
    this.open[node] = 1;
    this.component.push(node);
  }

  private follow(node: number, child: number, path: number[]): void {
    if (child === node) this.circular[node] = 1;
    if (!this.visited[child]) {
      path.push(child);
      this.enter(child);
    } else if (this.open[child]) {
      this.lowest[node] = Math.min(this.lowest[node]!, this.visited[child]!);
    }
  }

  private leave(node: number, parent: number | undefined): void {
    if (parent !== undefined) this.lowest[parent] = Math.min(this.lowest[parent]!, this.lowest[node]!);
    if (this.lowest[node] !== this.visited[node]) return;
    const members = this.component.splice(this.component.lastIndexOf(node));
    for (const member of members) {
      this.open[member] = 0;
      if (members.length > 1) this.circular[member] = 1;
      this.order.push(member);
    }
  }
}
