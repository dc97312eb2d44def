import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { errorMessage } from '../../errorMessage';
import { useTell } from '../../hooks/useTell';
import { English } from '../Said';
import { gorgiasTranslationRef } from '../../translation';
import { ConflictNotice } from './ConflictNotice';
import { RuleChoice } from './RuleChoice';
import { RulePreview } from './RulePreview';
import { useAccessRuleDraft } from './useAccessRuleDraft';

/** Says who may use a system, and shows what that would change before it is saved. */
export const AccessRuleDialog = (props: {
  system: Pick<SystemSummary, 'entityRef' | 'title' | 'accessRule'>;
  onClose(): void;
  onSaved(): void;
}) => {
  const { entityRef, title, accessRule } = props.system;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const tell = useTell();
  const edit = useAccessRuleDraft({
    entityRef,
    accessRule,
    onSaved: () => {
      tell.done(t('rule.saved', { title }));
      props.onSaved();
      props.onClose();
    },
  });
  const { spec, conflict, error, factsChanged, previewed } = edit;

  return (
    <Dialog
      isOpen
      width={720}
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
          {factsChanged && (
            <Alert
              role="alert"
              status="warning"
              icon
              title={t('rule.factsChanged')}
              description={<English>{factsChanged}</English>}
            />
          )}
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('rule.saveFailed')}
              description={<English>{errorMessage(error)}</English>}
            />
          )}
          <RuleChoice draft={edit.draft} onChange={edit.setDraft} />
          {spec && (
            <>
              <TextField
                label={t('rule.reason')}
                value={edit.reason}
                autoComplete="off"
                onChange={edit.setReason}
              />
              <RulePreview state={previewed} />
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          isDisabled={!spec || Boolean(conflict) || previewed.isPending}
          isPending={edit.isSaving}
          onPress={edit.save}
        >
          {t('rule.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
