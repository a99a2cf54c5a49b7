"""Steps, result, conditions and legal basis."""

from handlers.language import Language
from handlers.telling.told import Told
from knowledge.procedure import Procedure


def steps(say: Language, procedure: Procedure) -> Told:
    """The guide's steps and its tips, or the catalogue's steps."""
    if procedure.guide and procedure.guide.steps:
        numbered = enumerate(procedure.guide.steps, 1)
        steps = [say("Step {number}: {step}", number=number, step=step) for number, step in numbered]
        return Told(text="\n".join(steps), items=procedure.guide.tips, title=say("Good to know"))
    told = "\n".join(f"{step.name}\n{step.text}".strip() for step in procedure.facts.steps)
    return Told(
        text=told or say("The national catalogue gives no steps here. The one-stop desk will guide you.")
    )


def result(say: Language, procedure: Procedure) -> Told:
    """What one gets in the end."""
    if procedure.guide and procedure.guide.result:
        return Told(text=procedure.guide.result)
    if procedure.facts.results:
        return Told(items=procedure.facts.results)
    return Told(text=say("The national catalogue does not name the result."))


def conditions(say: Language, procedure: Procedure) -> Told:
    """What must hold before one may ask for it."""
    written = procedure.guide.conditions if procedure.guide else ""
    told = written or procedure.facts.conditions
    return Told(text=told or say("The national catalogue names no condition of its own for this."))


def legal(say: Language, procedure: Procedure) -> Told:
    """The legal documents by number and name."""
    laws = tuple(f"{law.number}: {law.name}" if law.name else law.number for law in procedure.facts.laws)
    return Told(items=laws) if laws else Told(text=say("The national catalogue names no legal basis."))
