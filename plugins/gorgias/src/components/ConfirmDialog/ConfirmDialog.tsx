import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { useTexts } from '../../hooks/useTexts';

/** Says what will happen before it does. */
export const ConfirmDialog = (props: {
  title: string;
  consequence: string;
  confirm: string;
  onConfirm(): void;
  onClose(): void;
}) => {
  const { t } = useTexts();
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && props.onClose()}>
      <DialogHeader>{props.title}</DialogHeader>
      <DialogBody>
        <Text as="p">{props.consequence}</Text>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          destructive
          onPress={() => {
            props.onClose();
            props.onConfirm();
          }}
        >
          {props.confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
