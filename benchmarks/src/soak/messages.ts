/** What the driver tells a replica, beside what it tells every replica. */
export type ToReplica =
  | { type: 'clock'; aheadMilliseconds: number }
  | { type: 'measure' };

/** How a replica is. */
export interface Measurement {
  type: 'measurement';
  rss: number;
  /** After a collection, so that it is what is really kept. */
  heapUsed: number;
  /** What keeps its process going, by kind, such as sockets. */
  resources: Record<string, number>;
  /** The longest that the event loop was held up since the last time, without the collection. */
  lagMilliseconds: number;
  /** The hosts that it has ever sent requests to. */
  hosts: string[];
}

/** Something that nobody has caught. */
export interface Uncaught {
  type: 'uncaught';
  kind: 'unhandledRejection' | 'uncaughtException';
  error: string;
}

/** What a replica tells the driver, beside what every replica tells. */
export type FromReplica = Measurement | Uncaught;
