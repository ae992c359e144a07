-- A leader reads figures and what is behind them, and takes no step.
alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in
    ('GRID_WORKER', 'DISPATCHER', 'HANDLER', 'UNIT_HEAD', 'SUPERVISOR', 'LEADER', 'ADMIN', 'IMPORTER'));
