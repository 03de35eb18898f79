import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { isTyping } from '../../ui/rowKeys';
import { pagesFor } from '../pages';
import { useMe } from '../session';
import { deskKey, HELP, PLACES, WAIT } from './keys';
import './shortcuts.css';

/** `?` shows the keys of the desk, `g` and a letter go to a page. The graph has keys of its own. */
export function Shortcuts() {
  const me = useMe();
  const navigate = useNavigate();
  const drawing = useLocation().pathname === '/graph';
  const [open, setOpen] = useState(false);
  const waitsUntil = useRef(0);
  useEffect(() => {
    if (drawing) return;
    const pages = pagesFor(me);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const found = deskKey(event, Date.now() < waitsUntil.current);
      waitsUntil.current = found?.act === 'await' ? Date.now() + WAIT : 0;
      if (!found) return;
      event.preventDefault();
      if (found.act === 'help') setOpen(true);
      if (found.act === 'go') {
        const page = pages.find((one) => one.key === found.to);
        if (page) navigate(page.path);
      }
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [me, navigate, drawing]);
  return open ? <Overlay onClose={() => setOpen(false)} /> : null;
}

function Overlay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const pages = pagesFor(me);
  const places = Object.entries(PLACES).flatMap(([letter, key]) =>
    pages.some((one) => one.key === key) ? [[letter, key] as const] : [],
  );
  return (
    <Modal open title={t('shortcuts.title')} footer={null} width={760} onCancel={onClose}>
      <div className="shortcuts">
        {(Object.keys(HELP) as (keyof typeof HELP)[]).map((group) => (
          <section key={group}>
            <h3>{t(`shortcuts.groups.${group}`)}</h3>
            <dl>
              {Object.entries(HELP[group]).map(([name, keys]) => (
                <Key key={name} keys={keys} what={t(`shortcuts.${name as 'help'}`)} />
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3>{t('shortcuts.groups.go')}</h3>
          <dl>
            {places.map(([letter, key]) => (
              <Key key={letter} keys={`g ${letter}`} what={t(`frame.pages.${key}`)} />
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}

function Key({ keys, what }: { keys: string; what: string }) {
  return (
    <div>
      <dt>
        {keys.split(' ').map((one) => (
          <kbd key={one}>{one}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </div>
  );
}
