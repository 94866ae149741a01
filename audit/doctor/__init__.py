"""What is wrong with an installation, its warehouse, its report and its rulings, and how to mend it."""

from audit.doctor.examine import Complaint, Place, examine

__all__ = ["Complaint", "Place", "examine"]
