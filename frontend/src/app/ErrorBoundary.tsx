import { Button } from 'antd';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../ui/ErrorState';

interface State {
  error: Error | null;
}

/** A page that throws must not take the rail with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Crash error={error} /> : this.props.children;
  }
}

/** After an update of the server the old page parts are gone; a reload fetches the new ones. */
const isOldVersion = (error: Error): boolean =>
  /dynamically imported module|Failed to fetch|Importing a module/.test(error.message);

export function Crash({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <ErrorState
        trouble={{
          what: isOldVersion(error) ? t('frame.newVersion') : t('frame.crash.what'),
          kept: t('ui.error.networkKept'),
          cure: t('frame.crash.again'),
          reference: `DESK-${error.name}: ${error.message}`.slice(0, 160),
        }}
      />
      <div style={{ padding: '0 16px' }}>
        <Button type="primary" onClick={() => location.reload()}>
          {t('frame.crash.again')}
        </Button>
      </div>
    </div>
  );
}
