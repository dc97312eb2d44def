import { Response } from 'express';

const DRIP_MILLISECONDS = 100;

/** Announces the whole answer, sends half of it and hangs up. */
export function cutOff(res: Response, answer: Buffer): void {
  start(res, { 'Content-Length': answer.length });
  res.write(halfOf(answer), () => res.destroy());
}

/** Sends half of the answer as if it were all. */
export function invalidJson(res: Response, answer: Buffer): void {
  start(res, { 'Content-Length': halfOf(answer).length });
  res.end(halfOf(answer));
}

/** Sends half of the answer, and then white space until the client goes. */
export function neverEnds(res: Response, answer: Buffer): void {
  start(res, {});
  res.write(halfOf(answer));
  const drip = setInterval(() => res.write(' '), DRIP_MILLISECONDS).unref();
  res.on('close', () => clearInterval(drip));
}

function start(res: Response, headers: Record<string, string | number>): void {
  res.writeHead(res.statusCode, {
    'Content-Type': 'application/json; charset=utf-8',
    // Keeps a compressing host from holding the bytes back.
    'Cache-Control': 'no-store, no-transform',
    ...headers,
  });
}

function halfOf(answer: Buffer): Buffer {
  return answer.subarray(0, Math.floor(answer.length / 2));
}
