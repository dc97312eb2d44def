import { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** How templates use the action; shown on the page of the installed actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Add an entity, and let all current staff use it',
    example: `steps:
  - id: critical-system
    name: Add Gorgias as a critical system
    action: gorgias:critical-system:add
    input:
      entityRef: resource:default/gorgias
      accessRule:
        type: all-staff
`,
  },
  {
    description:
      'Add the entity that a step before has registered, for one org role with some Gorgias roles only',
    example: `steps:
  - id: register
    name: Register the entity
    action: catalog:register
    input:
      repoContentsUrl: \${{ steps.publish.output.repoContentsUrl }}
      catalogInfoPath: /catalog-info.yaml
  - id: critical-system
    name: Add it as a critical system
    action: gorgias:critical-system:add
    input:
      entityRef: \${{ steps.register.output.entityRef }}
      accessRule:
        type: org-roles
        orgRoles: [group:default/support]
        gorgiasRoles:
          group:default/support: [agent, basic-agent]
      reason: Set when it was registered
`,
  },
];
