import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import { announce } from '../../app/live';
import type { ChoicePartsFragment, NoticeChoiceInput } from '../../gql/graphql';
import { ChooseNotices, ReadNotices } from './operations';

/** Mark notices as read (null: all), and keep how they are sent; false or null when refused. */
export function useNotices() {
  const client = useClient();
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = (error: Parameters<typeof troubleOf>[0]): void => {
    message.error(troubleOf(error)?.what ?? t('ui.error.server'));
  };
  return {
    read: async (keys: string[] | null): Promise<boolean> => {
      const { data, error } = await client.mutation(ReadNotices, { keys });
      const answer = data?.result;
      if (!answer) {
        failed(error);
        return false;
      }
      if (answer.__typename === 'Done') {
        // The bell and the page of notices show the same ones.
        announce('notice:');
        return true;
      }
      message.error(answer.message);
      return false;
    },
    choose: async (input: NoticeChoiceInput): Promise<ChoicePartsFragment | null> => {
      const { data, error } = await client.mutation(ChooseNotices, { input });
      const answer = data?.result;
      if (!answer) {
        failed(error);
        return null;
      }
      switch (answer.__typename) {
        case 'NoticeChoiceSuccess':
          message.success(t('notices.saved'));
          return answer.choice;
        case 'NotPermitted':
        case 'InvalidInput':
          message.error(answer.message);
          return null;
        default:
          return assertNever(answer);
      }
    },
  };
}
