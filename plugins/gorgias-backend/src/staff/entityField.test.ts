import { Entity } from '@backstage/catalog-model';
import { isEntityField, readText, readTexts } from './entityField';

const sam: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'sam',
    annotations: {
      'acme.example/aliases': 'sam@acme.example, s.rivers@acme.example',
      plain: 'x',
    },
    labels: { 'acme.example/title': 'Agent' },
  },
  spec: {
    profile: { workEmail: ' sam@work.example ' },
    emails: ['a@acme.example, b@acme.example', 7, null, 'c@acme.example'],
    number: 4711,
    empty: ' ',
    nothing: null,
  },
};

describe('a field of an entity', () => {
  it.each([
    'spec.profile.workEmail',
    'spec.job_title',
    'metadata.uid',
    'metadata.annotations.acme.example/aliases',
    'metadata.annotations.backstage.io/ldap-uuid',
    'metadata.annotations.plain',
    'metadata.labels.acme.example/title',
  ])('may be %s', field => {
    expect(isEntityField(field)).toBe(true);
  });

  it.each([
    '',
    'spec',
    'spec.',
    'spec..email',
    'profile.email',
    'spec.emails[0]',
    'spec.profile.work email',
    'spec.acme.example/title',
    'spec.__proto__.x',
    'metadata.annotations.',
    'metadata.annotations.acme.example/',
    'metadata.annotations.a/b/c',
    'relations.type',
    '$.spec.email',
    'spec.a,spec.b',
  ])('may not be "%s"', field => {
    expect(isEntityField(field)).toBe(false);
  });

  it.each([
    { field: 'spec.profile.workEmail', texts: ['sam@work.example'] },
    {
      field: 'metadata.annotations.acme.example/aliases',
      texts: ['sam@acme.example', 's.rivers@acme.example'],
    },
    { field: 'metadata.labels.acme.example/title', texts: ['Agent'] },
    {
      field: 'spec.emails',
      texts: ['a@acme.example', 'b@acme.example', 'c@acme.example'],
    },
    { field: 'spec.number', texts: [] },
    { field: 'spec.empty', texts: [] },
    { field: 'spec.profile', texts: [] },
    { field: 'spec.nothing.more', texts: [] },
    { field: 'spec.profile.workEmail.length', texts: [] },
    { field: 'spec.constructor.name', texts: [] },
    { field: 'metadata.annotations.acme', texts: [] },
  ])('has $texts in $field', ({ field, texts }) => {
    expect(readTexts(sam, field)).toEqual(texts);
  });

  it.each([
    { field: 'spec.profile.workEmail', text: 'sam@work.example' },
    {
      field: 'metadata.annotations.acme.example/aliases',
      text: 'sam@acme.example, s.rivers@acme.example',
    },
    { field: 'spec.number', text: '4711' },
    { field: 'spec.empty', text: undefined },
    { field: 'spec.emails', text: undefined },
    { field: 'spec.missing', text: undefined },
  ])('has the text $text in $field', ({ field, text }) => {
    expect(readText(sam, field)).toBe(text);
  });
});
