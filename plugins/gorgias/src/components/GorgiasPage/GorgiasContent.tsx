import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { SystemPage } from '../SystemPage';
import { SystemsPage } from '../SystemsPage';

/** Everything below `/critical-systems`, without the header of the page. */
export const GorgiasContent = () => (
  <Container py="4">
    <Routes>
      <Route path="/" element={<SystemsPage />} />
      <Route path="/:kind/:namespace/:name/*" element={<SystemPage />} />
    </Routes>
  </Container>
);
