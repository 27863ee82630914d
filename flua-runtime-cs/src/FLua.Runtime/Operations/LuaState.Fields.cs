namespace FLua.Runtime;

/// <content>Where groups of fields are in tables whose keys are their own.</content>
public sealed partial class LuaState
{
    // More tables than these are never looked at side by side: see MOST_PLACES in the compiler.
    private const int MostOwnPlaces = 16;

    private int _ownPlace;

    private int _distantLooks;

    // The places that were found last, in turn.
    private FieldPlaces[]? _ownPlaces;

    /// <summary>What <see cref="TakeOwnPlaces"/> gave under a number, which others may have taken since.</summary>
    internal FieldPlaces OwnPlaces(int number) => _ownPlaces == null ? FieldPlaces.None : _ownPlaces[number];

    /// <summary>Places to be filled, good until <see cref="MostOwnPlaces"/> others are taken.</summary>
    internal FieldPlaces TakeOwnPlaces(out int number)
    {
        _ownPlaces ??= MakeOwnPlaces();
        number = _ownPlace = (_ownPlace + 1) % MostOwnPlaces;
        return _ownPlaces[number];
    }

    /// <summary>Whether it is time to do something about looks that go far: every sixteenth time, so that keys which are in turn asked for do not displace each other.</summary>
    internal bool IsOneOfManyLooks() => (++_distantLooks & 15) == 0;

    private static FieldPlaces[] MakeOwnPlaces()
    {
        var made = new FieldPlaces[MostOwnPlaces];
        for (int i = 0; i < made.Length; i++)
        {
            made[i] = new FieldPlaces { Offsets = new int[FieldGroup.MostNames] };
        }

        return made;
    }

    // Before a collection: they keep the values of tables alive.
    private void ForgetOwnPlaces()
    {
        foreach (FieldPlaces places in _ownPlaces ?? [])
        {
            places.Nodes = null;
        }
    }
}
