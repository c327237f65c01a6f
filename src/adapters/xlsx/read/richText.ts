import { detached, unescaped } from './texts';

/** Collects the text of a shared string or an inline one: all runs together, furigana (`rPh`) left out. */
export class RichText {
  private text = '';
  private inText = false;
  private inPhonetic = false;

  clear(): void {
    this.text = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    else if (name === 't') this.inText = false;
  }

  append(text: string): void {
    if (this.inText && !this.inPhonetic) this.text += text;
  }

  value(): string {
    return detached(unescaped(this.text));
  }
}
