import { graphql } from '../../../gql';

export const CaseLedgerQuery = graphql(`
  query CaseLedger($caseNo: String!) {
    caseLedger(caseNo: $caseNo) {
      accounts { account title balance }
      entries { seq at title documentNo postings { account title debit credit } }
      checks { title expected actual agrees }
      instalments { due amount paid overdue resting }
    }
  }
`);
