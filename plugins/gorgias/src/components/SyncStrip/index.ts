export { runDuration } from './runDuration';
export { SyncStrip } from './SyncStrip';
