export { CheckTrend } from './CheckTrend';
export { TREND_DAYS } from './series';
export { StatusBar } from './StatusBar';
export { TrendLegend } from './TrendLegend';
