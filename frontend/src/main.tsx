import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { startWords } from './i18n';
import { letTabLeave } from './ui/tabLeaves';
import './ui/desk.css';
import './app/frame.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lacks #root');

letTabLeave();
await startWords();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
