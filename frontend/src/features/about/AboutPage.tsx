import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useJobs, useJobView } from '../../app/jobs';
import { useMe, useSession } from '../../app/session';
import { chooseLanguage, type Language } from '../../i18n';
import { JobProgress } from '../../ui/JobProgress';
import { ObjectPage } from '../../ui/ObjectPage';
import { Facts, Panel } from '../../ui/Panel';

/** Who I am here, language, keys, and recent jobs. */
export function Component() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const { bureauName } = useSession();
  const { list, cancel } = useJobs();
  const view = useJobView();
  return (
    <ObjectPage
      title={t('about.title')}
      story={
        <>
          <Panel title={t('about.person')}>
            <Facts
              rows={[
                [t('about.bureau'), bureauName],
                [t('users.account'), me.account],
                [t('users.name'), me.name],
                [
                  t('users.roles'),
                  me.roles.map((role) => t(`frame.roles.${role}`)).join(t('ui.comma')),
                ],
                [t('users.bound'), me.pracPsnCode ?? me.fixmedinsCode],
                [
                  t('about.language'),
                  <Segmented<Language>
                    key="l"
                    value={i18n.language === 'en' ? 'en' : 'zh-CN'}
                    onChange={(language) => void chooseLanguage(language)}
                    options={[
                      { value: 'zh-CN', label: t('about.chinese') },
                      { value: 'en', label: 'English' },
                    ]}
                  />,
                ],
              ]}
            />
            <p className="muted" style={{ marginTop: 8 }}>
              {t('about.local')}
            </p>
          </Panel>
          <Panel title={t('about.jobs')}>
            {list.length ? (
              <div className="stack wide">
                {list.map((job) => (
                  <JobProgress
                    key={job.id}
                    job={view(job)}
                    {...(job.canCancel ? { onCancel: () => cancel(job.id) } : {})}
                  />
                ))}
              </div>
            ) : (
              <span className="muted">{t('about.noJobs')}</span>
            )}
          </Panel>
        </>
      }
      rail={
        <Panel title={t('about.keys')}>
          {t('about.keyList')
            .split('\n')
            .map((line) => (
              <div key={line}>{line}</div>
            ))}
        </Panel>
      }
    />
  );
}
