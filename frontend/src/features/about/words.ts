import { words } from '../../i18n/types';

export const aboutWords = words(
  {
    title: '设置与关于',
    chinese: '中文',
    person: '我的账号',
    language: '语言',
    bureau: '单位',
    keys: '快捷键',
    keyList: [
      'Ctrl+K：搜索一切',
      '↑↓ 或 J/K：在列表中移动',
      '空格：选择；P：预览；Enter：打开',
      'C/R/N：逐条审核时确认、排除、备注',
      'Ctrl+Enter：提交表单',
      'Ctrl+Z / Ctrl+Y：图谱撤销、重做',
    ].join('\n'),
    jobs: '后台任务',
    noJobs: '最近没有后台任务。',
    local: '本机保存：语言、常用视图、未提交的草稿。退出登录时清除草稿。',
  },
  {
    title: 'Settings and about',
    chinese: '中文',
    person: 'My account',
    language: 'Language',
    bureau: 'Bureau',
    keys: 'Keyboard',
    keyList: [
      'Ctrl+K: search everything',
      '↑↓ or J/K: move in lists',
      'Space: select; P: preview; Enter: open',
      'C/R/N: confirm, reject, note in the review',
      'Ctrl+Enter: submit a form',
      'Ctrl+Z / Ctrl+Y: undo and redo in the graph',
    ].join('\n'),
    jobs: 'Jobs',
    noJobs: 'No recent jobs.',
    local:
      'Kept on this machine: language, saved views, unsent drafts. Signing out removes the drafts.',
  },
);
