import { Button, Flex, Radio, RadioGroup, Text } from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';
import { EntityPicker } from '../EntityPicker';
import { ReviewDraft } from './reviewDraft';

/** Who judges whose access: the managers, or somebody for each org role. */
export const ReviewerRuleFields = (props: {
  draft: ReviewDraft;
  onChange(part: Partial<ReviewDraft>): void;
}) => {
  const { draft, onChange } = props;
  const { t } = useTexts();
  const { by, lines } = draft;
  const changeLine = (
    at: number,
    part: Partial<ReviewDraft['lines'][number]>,
  ) =>
    onChange({
      lines: lines.map((line, index) =>
        index === at ? { ...line, ...part } : line,
      ),
    });
  return (
    <Flex direction="column" gap="3">
      <RadioGroup
        label={t('reviews.form.by')}
        value={by}
        onChange={chosen => onChange({ by: chosen as ReviewDraft['by'] })}
      >
        <Radio value="manager">{t('reviews.form.byManager')}</Radio>
        <Radio value="org-role">{t('reviews.form.byOrgRole')}</Radio>
      </RadioGroup>
      <Text as="p" color="secondary">
        {t(
          by === 'manager'
            ? 'reviews.form.byManagerHelp'
            : 'reviews.form.byOrgRoleHelp',
        )}
      </Text>
      {by === 'org-role' && (
        <>
          {lines.map((line, index) => (
            <Flex
              // Lines have no other identity than their place.
              key={index}
              gap="3"
              align="end"
              style={{ flexWrap: 'wrap' }}
            >
              <EntityPicker
                label={t('reviews.form.orgRole')}
                kinds={['Group']}
                value={line.orgRole}
                description={null}
                onChange={orgRole => changeLine(index, { orgRole })}
              />
              <EntityPicker
                label={t('reviews.form.reviewer')}
                kinds={['User']}
                value={line.reviewer}
                description={null}
                onChange={reviewer => changeLine(index, { reviewer })}
              />
              {lines.length > 1 && (
                <Button
                  variant="tertiary"
                  onPress={() =>
                    onChange({ lines: lines.filter((_, at) => at !== index) })
                  }
                >
                  {t('reviews.form.removeLine')}
                </Button>
              )}
            </Flex>
          ))}
          <div>
            <Button
              variant="secondary"
              onPress={() =>
                onChange({ lines: [...lines, { orgRole: '', reviewer: '' }] })
              }
            >
              {t('reviews.form.addLine')}
            </Button>
          </div>
        </>
      )}
    </Flex>
  );
};
