import { words } from '../../i18n/types';

export const sessionWords = words(
  {
    title: '登录',
    account: '账号',
    password: '密码',
    submit: '登录',
    one: '账号仅限本人使用；在别处登录会结束本处的登录。',
    points: [
      '从结算明细到移送案卷，一条线办完',
      '每一步有依据、有期限、有留痕',
      '个人信息默认遮蔽，查看须说明目的',
    ].join('\n'),
    needAccount: '请填写账号',
    needPassword: '请填写密码',
    wait: '请在 {{n}} 秒后再试',
    change: {
      title: '修改密码',
      first: '首次登录须修改一次性密码，之后才能使用平台。',
      old: '现密码',
      next: '新密码',
      again: '再次输入新密码',
      rule: '至少 10 个字符，含大写、小写、数字、符号中的三种，且不含账号',
      differ: '两次输入的新密码不一致',
      submit: '修改并继续',
      done: '密码已修改',
    },
    signedOut: '已退出登录',
    elsewhere: '您的账号已在别处登录，本窗口已退出。',
    elsewhereCure:
      '已保存的内容和本机上未发送的答案都在；在此重新登录即可继续，别处的登录随之结束。考试计时不停。如非本人操作，请立即修改密码。',
  },
  {
    title: 'Sign in',
    account: 'Account',
    password: 'Password',
    submit: 'Sign in',
    one: 'An account is for one person; signing in elsewhere ends this session.',
    points: [
      'From fee lines to a sealed referral, in one line of work',
      'Every step has its law, its deadline and its trace',
      'Personal data are masked until you state why you need them',
    ].join('\n'),
    needAccount: 'Enter your account',
    needPassword: 'Enter your password',
    wait: 'Try again in {{n}} seconds',
    change: {
      title: 'Change password',
      first: 'Replace the one-time password before you go on.',
      old: 'Current password',
      next: 'New password',
      again: 'New password again',
      rule: 'At least 10 characters, three of upper case, lower case, digits, symbols; without the account name',
      differ: 'The two new passwords differ',
      submit: 'Change and go on',
      done: 'Password changed',
    },
    signedOut: 'Signed out',
    elsewhere: 'You signed in somewhere else, so this window was signed out.',
    elsewhereCure:
      'What was saved and the answers kept on this device are still there. Sign in here to go on; the other place is then signed out. The clock of an exam does not stop. If it was not you, change your password at once.',
  },
);
