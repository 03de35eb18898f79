"""How Celery behaves here: late acknowledgement, one task at a time, no result store."""

from typing import Any, Final

from celery.schedules import crontab

from stack.endpoints import Endpoints

TICK: Final = "jicha.tick"
CLOCKS: Final = "jicha.clocks"
DELIVER: Final = "jicha.deliver"
SWEEP_STAGING: Final = "jicha.sweep_staging"
# The transport gives an unacknowledged message to another worker after this. Leases bring a killed
# worker's job back within seconds, so this is only the last net; a second delivery exits at once.
VISIBILITY_SECONDS: Final = 6 * 3600


def celery_config(endpoints: Endpoints) -> dict[str, Any]:
    """The settings of the Celery app on these servers."""
    return {
        "broker_url": endpoints.broker_url or None,
        "broker_transport_options": {"visibility_timeout": VISIBILITY_SECONDS},
        "broker_connection_retry_on_startup": True,
        "task_acks_late": True,
        "task_ignore_result": True,
        "task_serializer": "json",
        "accept_content": ["json"],
        "worker_prefetch_multiplier": 1,
        "worker_cancel_long_running_tasks_on_connection_loss": False,
        "worker_hijack_root_logger": False,
        "timezone": "Asia/Shanghai",
        "enable_utc": True,
        # Every tick looks at what is due and not yet done, so a night switched off loses nothing.
        "beat_schedule": {
            "due": {"task": TICK, "schedule": crontab(minute="5,35"), "options": {"expires": 900}},
            # Hours count in a referral; one that finds the worker busy is dropped, the next one
            # says what it would have said.
            "clocks": {"task": CLOCKS, "schedule": crontab(), "options": {"expires": 55}},
            # Sends what is queued; what failed is due again later, and this finds it.
            "deliver": {"task": DELIVER, "schedule": crontab(), "options": {"expires": 55}},
            "staging": {
                "task": SWEEP_STAGING,
                "schedule": crontab(minute="20"),
                "options": {"expires": 900},
            },
        },
    }
