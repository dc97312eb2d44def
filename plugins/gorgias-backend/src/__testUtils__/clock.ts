/** Sets the time of this whole process; timers go on as ever. */
export function setClock(iso: string): void {
  jest.useFakeTimers({
    now: new Date(iso),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}

/** Lets time pass. */
export function advanceClock(time: {
  seconds?: number;
  minutes?: number;
  hours?: number;
}): void {
  const { seconds = 0, minutes = 0, hours = 0 } = time;
  jest.setSystemTime(
    Date.now() + ((hours * 60 + minutes) * 60 + seconds) * 1000,
  );
}
