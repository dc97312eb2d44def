import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { makeSeal, SEAL_LENGTH } from './bundle';
import { SigningKey } from './head';

/** Puts the seal in the place that was left for it at the end. */
export class Sealer extends Transform {
  readonly #hash = createHash('sha256');
  readonly #key: SigningKey | undefined;
  #held = Buffer.alloc(0);

  constructor(key: SigningKey | undefined) {
    super();
    this.#key = key;
  }

  override _transform(chunk: Buffer, _: string, done: () => void): void {
    const all = Buffer.concat([this.#held, chunk]);
    const end = Math.max(0, all.length - SEAL_LENGTH);
    this.#held = all.subarray(end);
    const passed = all.subarray(0, end);
    this.#hash.update(passed);
    this.push(passed);
    done();
  }

  override _flush(done: () => void): void {
    this.push(makeSeal(this.#hash.digest('hex'), this.#key));
    done();
  }
}
