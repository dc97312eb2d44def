// Only how long a test may wait before it has failed, on a busy machine.
jest.setTimeout(120_000);
