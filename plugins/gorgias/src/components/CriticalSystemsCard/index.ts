export { CriticalSystemsCard } from './CriticalSystemsCard';
