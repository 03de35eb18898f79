import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startWords } from './i18n';
import './ui/desk.css';
import './app/frame.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks #root');

await startWords();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
