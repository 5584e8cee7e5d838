from legation.store.filters import *
import time, sys, subprocess
from tests.store.conftest import *
from tests.store.conftest import _empty,_create_database
def test_p(server):
    p=_create_database(server,'x'); open_record(p).close()
    print(subprocess.run([sys.executable,'/tmp/bench_store.py',p,'40000'],capture_output=True,text=True))
    e=connect(address(p))
    with e.begin() as c: c.execute(text('analyze'))
    print(subprocess.run([sys.executable,'/tmp/bench_store.py',p,'40000','old'],capture_output=True,text=True))
    from legation.store import ClaimQuery
    from sqlalchemy.dialects import postgresql as pg
    with e.begin() as c:
        for st in [current_claims(ClaimQuery(parties=('ARM','USA'),limit=50),'postgresql')]:
            q=str(st.compile(dialect=pg.dialect(),compile_kwargs={'literal_binds':True}))
            print('\n'.join(r[0] for r in c.execute(text('explain analyze '+q))))
    assert 0
