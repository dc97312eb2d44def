/** Grounds and remedies of the check that access control is configured. */
export const accessControl = {
  coversNobody: 'The access rule allows {{rule}}, and that is nobody.',
  chooseSomebody:
    'Choose org roles that have members, or name people until a time that is ahead, under Manage > Access validity.',
  missingOrgRoles:
    'The access rule names {{names}}, which the catalog does not have.',
  missingPeople_one:
    'The access rule names {{names}}, who is not current staff.',
  missingPeople_other:
    'The access rule names {{names}}, who are not current staff.',
  missingAccounts:
    'The access rule names {{names}}, which Gorgias does not have any more.',
  correct: 'Correct the access rule, under Manage > Access validity.',
  covers: 'The access rule allows {{rule}}: {{covered}}.',
  coveredStaff_one: '{{count, number}} staff member',
  coveredStaff_other: '{{count, number}} staff members',
  coveredAccounts_one: '{{count, number}} named account',
  coveredAccounts_other: '{{count, number}} named accounts',
} as const;
