import { readFileSync } from 'node:fs';

/** The recorded requests and answers of a system: JSON lines as the sandbox writes them. */
export function recorded(file, system) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter((record) => record.system === system);
}

export function parseJson(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Collects findings, folding equal ones, and counts what could not be checked. */
export class Findings {
  #wrong = new Map();
  #unchecked = new Map();
  checked = 0;

  wrong(text) {
    this.#wrong.set(text, (this.#wrong.get(text) ?? 0) + 1);
  }

  unchecked(text) {
    this.#unchecked.set(text, (this.#unchecked.get(text) ?? 0) + 1);
  }

  get errors() {
    return [...this.#wrong].map(([text, count]) => `${text} (${count} times)`);
  }

  get notes() {
    return [...this.#unchecked].map(([text, count]) => `not checked: ${text} (${count} times)`);
  }
}
