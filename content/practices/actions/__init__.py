"""What happens to practices."""

from content.practices.actions.filling import fill_facts
from content.practices.actions.planting import plant_library
from content.practices.actions.spreading import spread_facts
from content.practices.actions.withdrawing import withdraw
from content.practices.actions.writing import write_practice

__all__ = ["fill_facts", "plant_library", "spread_facts", "withdraw", "write_practice"]
