import { graphql } from '../../gql';

export const ColumnParts = graphql(`
  fragment ColumnParts on BoardColumn {
    key title total overdue soon target awayUntil
    cards { caseNo title stageTitle party amount nextDueAt workingDaysLeft late officers }
  }
`);

export const StageBoardQuery = graphql(`
  query StageBoard { columns: stageBoard { ...ColumnParts } }
`);

export const OfficerBoardQuery = graphql(`
  query OfficerBoard { columns: officerBoard { ...ColumnParts } }
`);
