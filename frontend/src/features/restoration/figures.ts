import { graphql } from '../../gql';

export const FiguresQuery = graphql(`
  query RestorationFigures($year: Int!) {
    restorationFigures(year: $year) {
      year days terminated barred
      steps { step title count }
      institutions { fixmedinsCode fixmedinsName applied restored refused open }
    }
  }
`);
