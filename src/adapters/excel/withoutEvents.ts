/// <reference types="office-js" />

/**
 * Sends what `queue` queues, with this add-in's own change events off. One batch, so that no edit of the user can fall between; events
 * come back on also where Excel refuses it.
 * @returns what `queue` gives
 */
export async function withoutEvents<T>(context: Excel.RequestContext, queue: () => T): Promise<T> {
  const { runtime } = context;
  runtime.enableEvents = false;
  const queued = queue();
  runtime.enableEvents = true;
  try {
    await context.sync();
  } catch (error) {
    runtime.enableEvents = true;
    await context.sync();
    throw error;
  }
  return queued;
}
