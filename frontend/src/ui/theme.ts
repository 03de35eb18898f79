import { type ThemeConfig, theme } from 'antd';

/** One accent, neutral greys; red is danger or overdue, amber suspicion, green done. */
export const palette = {
  accent: '#1b4b8f',
  accentSoft: '#eaf0f8',
  danger: '#b42318',
  suspicion: '#9a5b00',
  suspicionSoft: '#fdf3e0',
  done: '#1e7a46',
  text: '#1f2733',
  muted: '#5a6575',
  line: '#dde2ea',
  ground: '#f5f7fa',
  surface: '#ffffff',
} as const;

export const FONT = '"Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';

/** A hairline instead of a shadow: only drawers are allowed to float. */
const HAIRLINE = `0 0 0 1px ${palette.line}`;

/** antd's compact sizes with 13 px text: its own compact scale would go down to 12 and 10. */
const compact13: NonNullable<ThemeConfig['algorithm']> = (seed, map) => ({
  ...theme.compactAlgorithm(seed, map),
  fontSize: 13,
  fontSizeSM: 12,
  fontSizeLG: 14,
  fontSizeXL: 16,
  fontHeight: 20,
  fontHeightSM: 18,
  fontHeightLG: 22,
  lineHeight: 20 / 13,
  lineHeightSM: 1.5,
  lineHeightLG: 22 / 14,
});

export const deskTheme: ThemeConfig = {
  algorithm: compact13,
  token: {
    colorPrimary: palette.accent,
    colorInfo: palette.accent,
    colorLink: palette.accent,
    colorError: palette.danger,
    colorWarning: palette.suspicion,
    colorSuccess: palette.done,
    colorWarningBg: palette.suspicionSoft,
    colorWarningBorder: '#ecd3a5',
    colorInfoBg: palette.accentSoft,
    colorInfoBorder: '#b8cbe6',
    colorSuccessBg: '#e9f5ed',
    colorSuccessBorder: '#b5dcc3',
    colorTextBase: palette.text,
    colorBorder: '#c9d0db',
    colorBorderSecondary: palette.line,
    colorTextSecondary: palette.muted,
    colorTextTertiary: '#667085',
    colorTextPlaceholder: '#6b7585',
    colorBgLayout: palette.ground,
    fontFamily: FONT,
    fontSize: 13,
    fontSizeSM: 12,
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 3,
    controlHeight: 32,
    boxShadow: HAIRLINE,
    boxShadowSecondary: HAIRLINE,
    boxShadowTertiary: 'none',
    motionDurationSlow: '0.2s',
    motionDurationMid: '0.14s',
  },
  components: {
    Table: {
      cellPaddingBlockSM: 7,
      cellPaddingInlineSM: 8,
      headerBg: '#f0f3f7',
      rowHoverBg: '#f3f6fb',
      rowSelectedBg: '#eef4fc',
      rowSelectedHoverBg: '#e3edf9',
    },
    Tag: { defaultBg: '#f0f3f7' },
    Drawer: { boxShadow: '-4px 0 16px rgba(16,32,64,.14)' } as never,
    Descriptions: { itemPaddingBottom: 8 },
    Layout: { bodyBg: palette.ground, headerBg: palette.surface, siderBg: '#14304f' },
  },
};
