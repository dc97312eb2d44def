import { staffSchema } from './staffConfig';

describe('gorgias.staff', () => {
  it('has defaults for everything', () => {
    const defaults = {
      filter: {},
      emailFields: [],
      offboardedAnnotation: 'gorgias.com/offboarded-on',
      offboardedOrphaned: true,
    };
    expect(staffSchema.parse(undefined)).toEqual(defaults);
    expect(staffSchema.parse({ offboarded: {} })).toEqual(defaults);
  });

  it('reads what is set', () => {
    expect(
      staffSchema.parse({
        filter: { 'spec.type': ['employee', 'intern'] },
        uidField: 'metadata.annotations.graph.microsoft.com/user-id',
        emailFields: ['spec.profile.workEmail'],
        jobTitleField: 'spec.jobTitle',
        managerField: 'metadata.annotations.acme.example/manager',
        offboarded: { annotation: 'acme.example/left', orphaned: false },
      }),
    ).toEqual({
      filter: { 'spec.type': ['employee', 'intern'] },
      uidField: 'metadata.annotations.graph.microsoft.com/user-id',
      emailFields: ['spec.profile.workEmail'],
      jobTitleField: 'spec.jobTitle',
      managerField: 'metadata.annotations.acme.example/manager',
      offboardedAnnotation: 'acme.example/left',
      offboardedOrphaned: false,
    });
  });

  it.each([
    [{ emailFields: 'spec.email' }, 'must be a list of paths of fields'],
    [{ emailFields: ['email'] }, 'must be the path of a field, such as'],
    [{ emailFields: [7] }, 'must be the path of a field, such as'],
    [{ uidField: '' }, 'must be the path of a field, such as'],
    [{ jobTitleField: 'spec.job title' }, 'must be the path of a field'],
    [{ managerField: 'relations' }, 'must be the path of a field'],
    [{ offboarded: { annotation: '' } }, 'must be the name of an annotation'],
    [{ offboarded: { annotation: 7 } }, 'must be the name of an annotation'],
    [{ offboarded: { orphaned: 'no' } }, 'must be true or false'],
    [{ offboarded: true }, 'must have annotation, orphaned or both'],
    [{ filter: 'spec.type' }, 'must be a catalog filter'],
    [[], 'must be an object'],
  ])('refuses %j', (staff, message) => {
    const { error } = staffSchema.safeParse(staff);
    expect(error?.issues.map(issue => issue.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });
});
