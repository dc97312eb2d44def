import { JsonObject } from '@backstage/types';

/** What makes a replica the one it is. */
export interface ReplicaOptions {
  /** The whole app configuration. */
  config: JsonObject;
  /** Default: warn. */
  logLevel?: 'info' | 'warn';
}

/** What a test and a replica tell each other. */
export type ReplicaMessage =
  /** The replica has loaded its code and waits. */
  | { type: 'loaded' }
  /** To the replica: become a backend. */
  | { type: 'start'; options: ReplicaOptions }
  /** The backend listens. */
  | { type: 'ready'; port: number }
  /** The scheduler let the backend do a task, or the task has ended. */
  | { type: 'task'; id: string; running: boolean }
  /** Of Backstage's transform, which tells every file it loads. */
  | { type: 'watch' };

/** Tells the test something. */
export function send(message: ReplicaMessage): void {
  process.send?.(message);
}
