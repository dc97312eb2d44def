export { CheckTrend } from './CheckTrend';
export { TREND_DAYS } from './series';
export { TrendLegend } from './TrendLegend';
