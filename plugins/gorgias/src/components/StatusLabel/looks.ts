import AssignmentIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import BuildIcon from '@material-ui/icons/BuildOutlined';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpIcon from '@material-ui/icons/HelpOutline';
import RemoveIcon from '@material-ui/icons/RemoveCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';

/** The icon and colour of each status; the icons differ in shape, for those who see no colours. */
export const STATUS_LOOKS = {
  failing: { Icon: CancelIcon, color: 'danger' },
  unknown: { Icon: HelpIcon, color: 'warning' },
  stale: { Icon: ScheduleIcon, color: 'warning' },
  'not-configured': { Icon: BuildIcon, color: 'warning' },
  exempt: { Icon: AssignmentIcon, color: 'info' },
  passing: { Icon: CheckCircleIcon, color: 'success' },
  'not-applicable': { Icon: RemoveIcon, color: 'secondary' },
} as const;
