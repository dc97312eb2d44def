import { Measurement, Uncaught } from './messages';

/** The kinds of things that happen, in the order in which they are shown. */
export const MARK_KINDS = [
  'fault',
  'kill',
  'database',
  'clock',
  'keys',
  'users',
  'sync',
] as const;

/** Something that happened. */
export interface Mark {
  /** Seconds since the beginning. */
  at: number;
  kind: (typeof MARK_KINDS)[number];
  text: string;
}

/** How a replica was at a time. */
export interface Sample extends Omit<Measurement, 'type' | 'hosts'> {
  at: number;
  /** One process; its successor has another name. */
  replica: string;
}

/** What happened when, and how the replicas were meanwhile. */
export class Timeline {
  readonly marks: Mark[] = [];
  readonly samples: Sample[] = [];
  readonly uncaught: Array<Uncaught & { at: number; replica: string }> = [];
  readonly hosts = new Set<string>();
  /** Answers to admins by what they were, such as `200` or `409 ConflictError`. */
  readonly answers = new Map<string, number>();
  /** Whatever must not happen, as it was noticed. */
  readonly breaches: Array<{ at: number; text: string }> = [];
  readonly #begun = performance.now();

  /** Seconds since the beginning. */
  get now(): number {
    return (performance.now() - this.#begun) / 1000;
  }

  mark(kind: Mark['kind'], text: string): void {
    this.marks.push({ at: this.now, kind, text });
  }

  breach(text: string): void {
    this.breaches.push({ at: this.now, text });
  }

  count(answer: string): void {
    this.answers.set(answer, (this.answers.get(answer) ?? 0) + 1);
  }

  hear(replica: string, message: Measurement | Uncaught): void {
    const at = this.now;
    if (message.type === 'uncaught') {
      this.uncaught.push({ ...message, at, replica });
      return;
    }
    const { type, hosts, ...sample } = message;
    hosts.forEach(host => this.hosts.add(host));
    this.samples.push({ ...sample, at, replica });
  }
}
