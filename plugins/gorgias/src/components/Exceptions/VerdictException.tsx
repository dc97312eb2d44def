import { Button } from '@backstage/ui';
import { AccessException, Verdict } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { AskForm } from './AskForm';
import { ExceptionNote } from './ExceptionNote';
import { useTexts } from '../../hooks/useTexts';

/** The exception that covers a verdict or was asked for, or where one is asked for. */
export const VerdictException = (props: {
  entityRef: string;
  accountId: string;
  verdict: Verdict;
  /** Those of the account that have not ended. */
  exceptions: AccessException[];
  mayAsk: boolean;
  onAsked(): void;
}) => {
  const { entityRef, accountId, verdict, mayAsk, onAsked } = props;
  const { checkId, status } = verdict;
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const open = props.exceptions.filter(other => other.checkId === checkId);
  const isOffered = mayAsk && status === 'failing' && open.length === 0;

  return (
    <>
      {open.map(exception => (
        <ExceptionNote key={exception.id} exception={exception} />
      ))}
      {isOffered &&
        (isAsking ? (
          <AskForm
            entityRef={entityRef}
            accountId={accountId}
            checkId={checkId}
            onAsked={onAsked}
            onClose={() => setAsking(false)}
          />
        ) : (
          <Button variant="secondary" onPress={() => setAsking(true)}>
            {t('exceptions.ask')}
          </Button>
        ))}
    </>
  );
};
