import { DeleteOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { keepViews, type View, viewsKept } from './views';

/** Named filter settings of one list; what was typed may name somebody, `texts` are the filters for it. */
export function SavedViews({ id, texts }: { id: string; texts: readonly string[] }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [views, setViews] = useState(() => viewsKept(id));
  const [name, setName] = useState('');
  const keep = (next: View[]) => {
    setViews(next);
    keepViews(id, next, texts);
  };
  return (
    <Dropdown
      trigger={['click']}
      popupRender={() => (
        <div className="panel stack" style={{ padding: 8, width: 260 }}>
          {views.map((view) => (
            <div className="row" key={view.name}>
              <Button
                type="text"
                className="grow"
                style={{ textAlign: 'left' }}
                onClick={() => navigate({ search: view.search })}
              >
                {view.name}
              </Button>
              <Button
                type="text"
                size="small"
                aria-label={t('ui.list.clear')}
                icon={<DeleteOutlined />}
                onClick={() => keep(views.filter((one) => one !== view))}
              />
            </div>
          ))}
          <Input.Search
            value={name}
            maxLength={30}
            placeholder={t('ui.list.viewName')}
            enterButton={t('ui.list.saveView')}
            onChange={(event) => setName(event.target.value)}
            onSearch={(text) => {
              if (!text.trim()) return;
              keep([
                ...views.filter((one) => one.name !== text.trim()),
                { name: text.trim(), search },
              ]);
              setName('');
            }}
          />
        </div>
      )}
    >
      <Button icon={<StarOutlined />}>{t('ui.list.views')}</Button>
    </Dropdown>
  );
}
