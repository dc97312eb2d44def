import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Radio,
  RadioGroup,
  Text,
} from '@backstage/ui';
import { AccessRuleSpec, SystemSummary } from 'backstage-plugin-gorgias-common';
import { errorMessage } from '../../errorMessage';
import { useReachableInput } from '../../hooks/useReachableInput';
import { gorgiasTranslationRef } from '../../translation';
import { ConflictNotice } from './ConflictNotice';
import { GroupPicker } from './GroupPicker';
import { RulePreview } from './RulePreview';
import { useAccessRuleDraft } from './useAccessRuleDraft';

const TOAST_TIMEOUT_MS = 8_000;

/** Says who may use a system, and shows what that would change before it is saved. */
export const AccessRuleDialog = (props: {
  system: Pick<SystemSummary, 'entityRef' | 'title' | 'accessRule'>;
  onClose(): void;
  onSaved(): void;
}) => {
  const { entityRef, title, accessRule } = props.system;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const reachable = useReachableInput();
  const toastApi = useApi(toastApiRef);
  const edit = useAccessRuleDraft({
    entityRef,
    accessRule,
    onSaved: () => {
      toastApi.post({
        title: t('rule.saved', { title }),
        status: 'success',
        timeout: TOAST_TIMEOUT_MS,
      });
      props.onSaved();
      props.onClose();
    },
  });
  const { draft, setDraft, spec, conflict, error } = edit;

  return (
    <Dialog
      isOpen
      width={640}
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && props.onClose()}
    >
      <DialogHeader>{t('rule.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {conflict && (
            <ConflictNotice
              theirs={conflict.theirs}
              onLoadTheirs={edit.loadTheirs}
              onKeepMine={edit.keepMine}
            />
          )}
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('rule.saveFailed')}
              description={errorMessage(error)}
            />
          )}
          <RadioGroup
            label={t('rule.who')}
            value={draft.type ?? null}
            onChange={type =>
              setDraft({ ...draft, type: type as AccessRuleSpec['type'] })
            }
          >
            <Radio value="all-staff" className={reachable}>
              {t('rule.allStaff')}
            </Radio>
            <Radio value="org-roles" className={reachable}>
              {t('rule.orgRoles')}
            </Radio>
          </RadioGroup>
          {draft.type && (
            <Text as="p" color="secondary">
              {draft.type === 'all-staff'
                ? t('rule.allStaffHelp')
                : t('rule.orgRolesHelp')}
            </Text>
          )}
          {draft.type === 'org-roles' && (
            <GroupPicker
              value={draft.orgRoles}
              onChange={orgRoles => setDraft({ ...draft, orgRoles })}
            />
          )}
          {draft.type === 'org-roles' && !spec && (
            <Text as="p">{t('rule.chooseFirst')}</Text>
          )}
          {spec && <RulePreview entityRef={entityRef} spec={spec} />}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          isDisabled={!spec || Boolean(conflict)}
          isPending={edit.isSaving}
          onPress={edit.save}
        >
          {t('rule.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
