export { ReviewsTab } from './ReviewsTab';
export { WaitingForMe } from './WaitingForMe';
