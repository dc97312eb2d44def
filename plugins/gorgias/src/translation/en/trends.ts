export const trends = {
  title: 'Over the last {{n, number}} days',
  loading: 'Loading how it stood',
  nothing: 'Nothing was judged in this time, so there is nothing to plot yet.',
  since: '{{now, number}} failing now, {{before, number}} on {{day}}',
  plotLabel:
    '{{check}}, by day from {{from}} to {{to}}: between {{least, number}} and {{most, number}} failing, {{now, number}} on the last day.',
  gaps_one: 'Nothing was judged on {{count, number}} day.',
  gaps_other: 'Nothing was judged on {{count, number}} days.',
  day: 'Day',
  showTable: 'Show as table',
  hideTable: 'Hide the table',
  tableOf: '{{action}}: {{title}}',
  legend: 'Statuses in the plots, from below',
} as const;
