export const revoke = {
  title: 'Time to remove access',
  help: "From the day somebody left to the day the last of the person's accounts was removed.",
  people: 'People',
  median: 'In the middle',
  worst: 'At worst',
  target: 'Target',
  targetDays_one: 'within {{count, number}} day',
  targetDays_other: 'within {{count, number}} days',
  none: "Nobody's access had to be removed yet.",
  plot: 'Removals of access',
  plotLabel_one:
    '{{count, number}} removal of access, {{late, number}} of them later than the target.',
  plotLabel_other:
    '{{count, number}} removals of access, {{late, number}} of them later than the target.',
  axis: 'Days',
  removed: 'Removed',
  took: 'Took',
  inTime: 'In time',
  late: 'Late',
  verdict: 'Against the target',
} as const;
