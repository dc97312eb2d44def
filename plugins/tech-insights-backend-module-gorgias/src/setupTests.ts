// Only how long a test may wait before it has failed, on a busy machine. Dropping
// the databases of a file of two hundred tests is what takes longest.
jest.setTimeout(240_000);
